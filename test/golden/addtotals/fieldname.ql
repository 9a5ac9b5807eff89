# §3.21: under another name.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| addtotals fieldname=both ms, status
| limit 2
