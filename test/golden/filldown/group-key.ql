# §3.22: a missing group key is filled as well.
filter @logStream = "access"
| stats count(*) as n by user
| sort user desc
| filldown user
