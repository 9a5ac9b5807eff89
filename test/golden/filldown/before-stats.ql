# §3.22: filled values are grouped by.
filter @logStream = "access"
| sort @timestamp asc
| filldown user
| stats count(*) as n by user
