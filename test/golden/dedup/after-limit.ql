# §3.9: runs on what the earlier commands left.
filter @logStream = "access"
| fields id
| limit 4
| dedup ok
