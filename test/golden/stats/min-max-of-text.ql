# §4.8: on strings, the order of `sort`: digit runs by length.
filter s like /^a/
| stats min(s) as low, max(s) as high
