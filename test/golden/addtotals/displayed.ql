# §3.21, inferred: after `display`, what is displayed.
filter @logStream = "access"
| sort @timestamp asc
| fields ms, status
| display id, status
| addtotals fieldname=sum
| filter sum = 500
| display id, sum
