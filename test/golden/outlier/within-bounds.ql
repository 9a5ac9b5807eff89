# §3.24: nothing lies outside.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| outlier param=8 mark=true ms
| limit 2
