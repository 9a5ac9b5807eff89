# §3.21: a column without a number has no sum.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user
| addtotals row=false col=true user
| sort id desc
| limit 1
