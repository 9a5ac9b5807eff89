# §2.5: 1_000, 0x1F, NaN, 100% and the empty string are no numbers.
filter v in ["1_000", "0x1F", "NaN", "100%", ""]
| fields id, v + 0 as n
