# §3.23, §3.7: a column without alias is named by its text, in backticks.
#@ start 2026-03-04T10:04:00.000Z
#@ end 2026-03-04T10:12:00.000Z
filter @logStream = "access"
| stats count(*) by bin(4m)
| fillmissing with 0 for `count(*)`
