# §3.21: a last row with the sums of the columns, the new one included.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms, status
| addtotals col=true
