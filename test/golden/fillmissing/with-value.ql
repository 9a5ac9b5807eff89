# §3.23: a constant for a column, in the new rows only.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n, max(ms) as slowest by bin(2m) as t
| fillmissing with 0 for n
