# §2.7: a timestamp as key is rendered as one.
filter @logStream = "clock" and n <= 2
| stats count(*) as n2 by @timestamp
| sort @timestamp
