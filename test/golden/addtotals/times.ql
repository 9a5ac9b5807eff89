# §3.21, inferred: a time is no number here.
filter @logStream = "access"
| sort @timestamp asc
| fields @timestamp, status
| addtotals
| limit 1
