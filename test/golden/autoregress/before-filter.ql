# §3.22: a later filter does not change what was before.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress id
| filter id in ["a2", "a5"]
