# §3.24: each field has its own bounds.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| outlier param=0 ms status
| filter id in ["a2", "a5"]
