# §3.21, inferred: without rows there is no last row.
filter id = "nothing"
| fields ms
| addtotals col=true
