# §5.2, inferred: a column that a command makes is shown beside the default columns.
filter @logStream = "access"
| sort @timestamp asc
| accum ms as total
| limit 1
