# §3.22: under another name.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress user as before
