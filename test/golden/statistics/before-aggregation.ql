# §5.3: recordsMatched counts events, not groups.
filter @logStream = "access"
| stats count(*) as n
