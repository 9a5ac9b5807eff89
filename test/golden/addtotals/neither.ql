# §3.21: neither rows nor columns: nothing happens.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| addtotals row=false
| limit 1
