# §4.8, observed: the same as count, in both spellings.
filter @logStream = "access"
| stats countOverTime(*) as n, count_over_time(ms) by bin(5m)
