# §4.8: under a name; negative values too.
filter @logStream = "sorting" and isNumeric(s)
| stats count(*) as n by histogram(s, 2.5) as low
| filter low < 100
