# §3.24: the quartiles are those of the rows at this point.
filter @logStream = "access"
| sort @timestamp asc
| filter id in ["a2", "a3"]
| fields id, ms
| outlier param=0 ms
