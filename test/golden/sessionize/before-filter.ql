# §3.25: a later filter does not change the sessions.
filter @logStream = "access"
| sessionize user maxspan 5m
| filter user = "bob"
| display id, session_id
