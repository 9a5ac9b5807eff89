# §3.22: a range makes a column per distance.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| autoregress ms p=1-3
