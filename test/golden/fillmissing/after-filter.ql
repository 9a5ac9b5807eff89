# §3.23: bins whose rows were filtered away are empty.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(1m) as t
| filter n > 1
| fillmissing with 0 for n
| limit 3
