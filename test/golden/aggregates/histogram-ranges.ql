# §4.8: a whole number of ranges.
stats histogram(ms, 0.5)
