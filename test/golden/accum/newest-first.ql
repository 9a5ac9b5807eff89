# §3.22, §5.2: without `sort` the order of the rows is newest first.
filter @logStream = "access"
| fields id, ms
| accum ms as total
