# §3.0: `limit` may follow.
filter @logStream = "access"
| fields id
| dedup path
| limit 2
