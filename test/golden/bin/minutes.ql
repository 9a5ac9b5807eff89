# §4.3: bin(p) is the floor of @timestamp, UTC.
filter @logStream = "access"
| stats count(*) as n by bin(5m)
