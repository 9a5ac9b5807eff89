# §3.0, §3.3: a filter after `stats` tests aggregates.
filter @logStream = "access"
| stats count(*) as n by user
| filter n > 1 and ispresent(user)
| sort user desc
