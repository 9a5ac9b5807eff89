# §3.25: of more than one minute. The second event of ann comes 70 seconds after the first.
filter @logStream = "access"
| sessionize user maxspan 1m
| sort @timestamp asc
| display id, user, session_id
