# §2.1: truth values count as 1 and 0.
filter @logStream = "access"
| sort @timestamp asc
| fields ok, status >= 500 as bad
| addtotals col=true
