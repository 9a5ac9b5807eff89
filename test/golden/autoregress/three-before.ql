# §3.22: p rows before.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress ms p=3
