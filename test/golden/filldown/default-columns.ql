# §3.22: the default columns always have a value.
filter @logStream = "access"
| sort @timestamp asc
| filldown
| limit 1
