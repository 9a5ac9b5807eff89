# §3.0: with one `stats`, an earlier `limit` runs in pipeline order.
filter @logStream = "clock"
| limit 3
| stats count(*) as n, sum(n) as total
