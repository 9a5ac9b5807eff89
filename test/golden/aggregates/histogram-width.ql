# §4.8: a width above 0.
stats count(*) by histogram(ms, 0)
