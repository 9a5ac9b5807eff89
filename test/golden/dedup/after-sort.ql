# §3.9: the current order decides which row is first.
filter @logStream = "access"
| fields id
| sort @timestamp asc
| dedup user
