# §3.5: each key has its own direction.
filter @logStream = "access"
| fields path, id
| sort path desc, id
