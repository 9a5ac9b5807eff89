# §3.23: constants of other kinds than their columns.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n, avg(ms) as mean, min(@timestamp) as first by bin(4m)
| fillmissing with -1 for n, "none" for mean, "never" for first
