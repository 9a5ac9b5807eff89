# §3.22: a later filter does not change what was above.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user
| filldown user
| filter id = "a5"
