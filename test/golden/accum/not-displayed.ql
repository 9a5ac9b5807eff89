# §3.2: `display` shows its columns and nothing else.
filter @logStream = "access"
| sort @timestamp asc
| display id
| accum ms as total
| filter total > 300
