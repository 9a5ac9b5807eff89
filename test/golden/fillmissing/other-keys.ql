# §3.23, inferred: a bin is empty when no row has it, whatever the other keys.
#@ start 2026-03-04T10:00:00.000Z
#@ end 2026-03-04T10:20:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(5m) as t, user
| fillmissing with 0 for n, "nobody" for user
