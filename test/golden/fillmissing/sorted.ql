# §3.23: an order chosen before holds for the new rows too; ties in order of time.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) as n by bin(2m) as t
| sort n desc
| fillmissing with 0 for n
