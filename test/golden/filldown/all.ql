# §3.22: without a list, all columns.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user, region, ms
| filldown
