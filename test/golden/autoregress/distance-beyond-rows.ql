# §3.22: a distance of more than all rows.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| autoregress id as before p=1000
| limit 1
