# §3.13, inferred: as a command it lists fields; nothing is masked here.
filter @logStream = "access"
| sort @timestamp asc
| unmask id, user
| limit 2
