# §3.24: one outlier among several fields is enough; the bounds are those of all rows.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| outlier action=remove param=0 ms status
