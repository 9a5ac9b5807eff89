# §3.23, §2.7: beside lists a constant is a list of one.
#@ start 2026-03-04T10:00:00.000Z
#@ end 2026-03-04T10:20:00.000Z
filter @logStream = "access"
| stats values(user) as users by bin(5m) as t
| fillmissing with "none" for users
