# §3.24: how many interquartile ranges are tolerated.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| outlier param=0.5 ms
| limit 2
