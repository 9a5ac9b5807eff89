# §3.25: under another name.
filter @logStream = "access"
| sessionize user as visit
| sort @timestamp asc
| display id, user, visit
