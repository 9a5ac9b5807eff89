# §3.13: after `fields`, beside its columns.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| unmask ms
| limit 1
