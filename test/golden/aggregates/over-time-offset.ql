# §4.8, §3.7: with moved boundaries.
filter @logStream = "access"
| stats countOverTime(*) as n by bin(5m) as t offset 2m
