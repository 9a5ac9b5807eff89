# §3.22: over the columns of stats.
filter @logStream = "access"
| stats max(ms > 100) as slow, latest(user) as who by path
| sort path
| filldown
