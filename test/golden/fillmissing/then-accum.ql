# §3.23: the new rows are rows like others.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(4m) as t
| fillmissing with 0 for n
| accum n as total
