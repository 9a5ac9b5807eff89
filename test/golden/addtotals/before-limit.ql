# §3.21: the last row is a row like others to `limit`.
filter @logStream = "access"
| sort @timestamp asc
| fields ms
| addtotals row=false col=true
| limit 2
