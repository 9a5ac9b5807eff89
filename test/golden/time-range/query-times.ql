# §4.3: now() is in seconds, the others in milliseconds.
#@ start 2026-03-04T10:05:00.000Z
#@ end 2026-03-04T10:05:30.000Z
filter id = "a1"
| display now() as now, queryStartTime() as s, queryEndTime() as e, queryTimeRange() as r, @timestamp >= queryStartTime() as inside
