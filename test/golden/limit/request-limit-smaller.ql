# §3.6, quirk 30: the API's limit is one more `limit` at the end.
#@ limit 1
filter @logStream = "clock"
| fields id
| sort n
| limit 3
