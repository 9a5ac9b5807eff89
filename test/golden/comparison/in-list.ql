# §4.1, §1.4: whole-value membership, mixed types; numbers match numeric text.
filter v in [7, 200, "ok", "1.5x"]
| fields id
