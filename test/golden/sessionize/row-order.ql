# §3.25, inferred: sessions follow the times of the events, whatever the order of the rows.
filter @logStream = "access"
| sort id desc
| sessionize user maxspan 5m
| display id, session_id
