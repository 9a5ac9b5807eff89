# §8 Q3: `limit` before `sort` runs first.
filter @logStream = "clock"
| fields id
| limit 2
| sort n
