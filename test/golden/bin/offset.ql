# §3.7: `offset` moves the boundaries of the bins: 10:02, 10:07, 10:12.
filter @logStream = "access"
| stats count(*) as n by bin(5m) offset 2m
