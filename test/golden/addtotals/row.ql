# §3.21: the sum of the numbers of each row in `Total`; what is no number counts nothing.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| addtotals
