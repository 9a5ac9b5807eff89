# §3.21: the rows of this point.
filter @logStream = "access"
| sort @timestamp asc
| limit 2
| fields ms
| addtotals row=false col=true
