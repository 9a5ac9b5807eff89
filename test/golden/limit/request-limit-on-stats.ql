# §3.6: so does the API's limit.
#@ limit 1
filter @logStream = "access"
| stats count(*) as n by path
| sort path
