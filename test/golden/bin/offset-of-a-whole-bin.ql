# §3.7: an offset of a whole bin changes nothing.
filter @logStream = "access"
| stats count(*) as n by bin(5m) as t offset 5m
