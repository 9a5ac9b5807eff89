# §4.8: a period.
stats rate(ms, 60)
