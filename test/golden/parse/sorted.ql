# §5.2: `sort` and `limit` do not change the columns.
parse @message "latency := *" as latency
| sort latency desc
| limit 2
