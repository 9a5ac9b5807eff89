# §3.7, quirk 6: group keys first, in `by` order, then aggregates; no @ptr (quirk 32).
filter @logStream = "access"
| stats max(status) as top, count(*) as n by ok, path
| sort path, ok
