# §3.24: over the columns of stats.
filter @logStream = "access"
| stats sum(ms) as total by id
| outlier param=0 total
