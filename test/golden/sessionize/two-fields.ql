# §3.25: each combination of values has its own sessions.
filter @logStream = "access"
| sessionize user, path
| sort @timestamp asc
| display id, user, session_id
