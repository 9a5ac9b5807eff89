# §3.22: the sums can be aggregated.
filter @logStream = "access"
| accum ms as total
| stats max(total)
