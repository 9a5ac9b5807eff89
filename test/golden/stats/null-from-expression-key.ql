# §3.7: a key that is null for every row forms one group.
filter @logStream = "access"
| stats count(*) as n by nothing
