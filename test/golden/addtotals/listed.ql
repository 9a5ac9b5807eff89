# §3.21: of the listed fields only; inferred: a row without a number has the total 0.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| addtotals ms
