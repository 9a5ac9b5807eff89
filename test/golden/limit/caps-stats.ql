# §3.6: `limit` caps the rows of `stats` too.
filter @logStream = "access"
| stats count(*) as n by path
| sort path desc
| limit 2
