# §3.7: a field may be key and argument at once.
filter @logStream = "access"
| stats count(user) as n, min(user) as low by user
| sort user
