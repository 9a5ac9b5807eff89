# §3.22: the name of a path.
filter @logStream = "nested"
| sort @timestamp asc
| fields id
| autoregress detail.lastStatus
