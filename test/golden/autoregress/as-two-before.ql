# §3.22: a name and a distance.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress id as earlier p=2
