# §3.23, §8 Q7: weeks begin on Monday.
#@ start 2026-02-24T00:00:00.000Z
#@ end 2026-03-11T00:00:00.000Z
filter @logStream = "clock"
| stats count(*) as n by bin(1w) as t
| fillmissing with 0 for n
