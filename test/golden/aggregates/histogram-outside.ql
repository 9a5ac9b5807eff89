# §4.8: only in stats.
filter histogram(ms, 10) > 1
