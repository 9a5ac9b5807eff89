# §4.8: the population variance of one value is 0.
filter id = "c3"
| stats variance(n) as v, stddev(n) as s
