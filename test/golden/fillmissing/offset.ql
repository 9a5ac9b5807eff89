# §3.23, §3.7: bins with moved boundaries.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(5m) as t offset 2m
| fillmissing with 0 for n
