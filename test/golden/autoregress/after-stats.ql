# §3.22: over the columns of stats.
filter @logStream = "access"
| stats count(*) as n by path
| sort path desc
| autoregress n as before
| fields path, n + before as both
