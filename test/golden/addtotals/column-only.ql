# §3.21: no total per row.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| addtotals row=false col=true ms
