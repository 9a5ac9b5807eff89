# §3.5: of several `sort` commands the last one decides.
filter @logStream = "clock"
| fields id
| sort n desc
| sort @timestamp asc
| limit 2
