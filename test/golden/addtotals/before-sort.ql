# §3.21: and to `sort`.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| addtotals row=false col=true ms
| sort ms desc
| limit 3
