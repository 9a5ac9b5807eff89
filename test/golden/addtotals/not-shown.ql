# §3.21: the sum of a field that is not shown.
filter id in ["a1", "a2"]
| addtotals col=true status
