# §3.25: a gap of more than 30 minutes ends a session; inferred: sessions are numbered in the order in which they begin.
filter @logStream = "access"
| sessionize user
| sort @timestamp asc
| display id, user, session_id
