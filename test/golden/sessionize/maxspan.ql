# §3.25: of more than five minutes. The second event of bob comes nine and a half minutes after the first.
filter @logStream = "access"
| sessionize user maxspan 5m
| sort @timestamp asc
| display id, user, session_id
