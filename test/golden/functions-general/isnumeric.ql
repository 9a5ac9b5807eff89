# §4.4: 1 for what reads as a number.
filter @logStream = "types"
| fields id, isNumeric(v) as n
