# §3.23: a row for each empty bin of the range; what is not named stays empty.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(1m) as t
| fillmissing
