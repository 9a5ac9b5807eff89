# §3.22: the value of the row before; inferred: called `ms_p1`. The first row has none.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| autoregress ms
