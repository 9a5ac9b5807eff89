# §4.8, inferred: also without `by bin`.
filter @logStream = "access"
| stats countOverTime(*) as n, sumOverTime(ms) as s
