# §2.3 rule 4: what does not parse completely (1_000, NaN, 0x1F, "") is no number, and 1e3 is one.
filter v = 1000 or v = 31 or v * 1 > 1000
| fields id, v
