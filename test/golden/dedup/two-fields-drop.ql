# §3.9: a repeated combination goes.
filter @logStream = "access"
| fields id
| dedup path, ok
