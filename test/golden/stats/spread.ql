# §4.8: `variance` is that of the population, `stddev` its square root. 1, 2, 3, 4, 5.
filter @logStream = "clock"
| stats variance(n) as v, stddev(n) as s
