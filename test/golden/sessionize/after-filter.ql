# §3.25: only the events of this point count.
filter @logStream = "access"
| filter user = "bob"
| sessionize user
| fields id
