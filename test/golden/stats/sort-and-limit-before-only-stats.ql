# §3.0: and an earlier `sort` decides what the `limit` keeps.
filter @logStream = "clock"
| sort n asc
| limit 2
| stats max(n) as top
