# §5.2, inferred: the new column is shown beside the default columns.
filter @logStream = "access"
| sessionize user
| sort @timestamp asc
| limit 1
