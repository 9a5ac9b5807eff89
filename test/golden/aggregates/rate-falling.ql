# §4.8: it may fall.
filter id in ["a2", "a4"]
| stats rate(ms, 30s) as r
