# §2.7: a time stays a time.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress @timestamp as before
| limit 2
