# §3.25, inferred: a missing value is a value of its own.
filter @logStream = "nested"
| sessionize user
| sort @timestamp asc
| display id, session_id
