# §3.24: without a number there are no bounds.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user
| outlier mark=true user
| limit 1
