# §3.22: only the rows of this point count.
filter @logStream = "access"
| sort @timestamp asc
| limit 2
| fields id
| accum ms as total
