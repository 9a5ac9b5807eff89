# §4.7, inferred: positions are cut towards zero; an absent one gives null.
filter id = "int"
| display substr("abcdef", 1.7, 2) as a, substr("abcdef", 2, 1.7) as b, substr("abc", nothing) as c, substr("abc", 0, nothing) as d, substr("abc", "1") as e, substr("abc", 1, -1) as f
