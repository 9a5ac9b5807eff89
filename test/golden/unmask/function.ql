# §3.13: the function gives its argument.
filter @logStream = "access"
| sort @timestamp asc
| fields unmask(id), unmask(ms) as plain
| limit 1
