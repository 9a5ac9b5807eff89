# §3.26: over the columns of stats.
filter @logStream = "access"
| stats count(*) as n by user
| countFrequent n
