# §3.22: a sum of sums.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| accum ms as once
| accum once as again
| limit 4
