# §3.23, §1.6: bins of the calendar.
#@ start 2025-12-15T00:00:00.000Z
#@ end 2026-05-20T00:00:00.000Z
filter @logStream = "clock"
| stats count(*) as n by bin(1mo) as t
| fillmissing with 0 for n
