# §5.3: recordsMatched counts what passes the filters, before `limit`.
filter @logStream = "access"
| filter ok = 0
| fields id
| limit 1
