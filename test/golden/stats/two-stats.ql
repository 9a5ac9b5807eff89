# §3.0: a second `stats` aggregates the first one's rows.
filter @logStream = "access"
| stats count(*) as n by user, path
| stats max(n) as most, count(*) as paths by user
| sort user
