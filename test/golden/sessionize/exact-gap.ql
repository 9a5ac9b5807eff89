# §3.25: a gap of exactly the period does not end a session.
filter id in ["s1", "s2", "s4"]
| sessionize @logStream maxspan 1s
| sort @timestamp asc
| display id, session_id
