# §3.24: rows with an outlier are dropped; what is no number is none.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| outlier action=remove ms
