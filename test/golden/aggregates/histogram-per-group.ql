# §4.8: beside other aggregates and with `by`.
filter @logStream = "access"
| stats count(*) as n, histogram(status, 2) as codes by ok
