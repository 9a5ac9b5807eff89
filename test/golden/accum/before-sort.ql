# §3.22: a later sort moves the rows with their sums.
filter @logStream = "access"
| sort @timestamp asc
| accum ms as total
| sort id desc
| display id, total
