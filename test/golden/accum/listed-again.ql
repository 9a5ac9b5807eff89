# §3.33, inferred: a column that a command added may be listed.
filter @logStream = "access"
| sort @timestamp asc
| accum ms as total
| fields total * 2 as twice, total
| limit 2
