# §4.8, inferred: one value is constant.
filter id = "a2"
| stats rate(ms, 1m) as r
