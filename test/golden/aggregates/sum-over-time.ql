# §4.8, observed: the same as sum.
filter @logStream = "access"
| stats sumOverTime(ms), SUM_OVER_TIME(status) as s by bin(5m) as t
