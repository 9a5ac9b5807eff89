# published queries: `order by` is `sort`.
filter @logStream = "clock"
| fields id
| order by n desc
| limit 1
