# §3.5: a timestamp is a number of milliseconds.
filter @logStream = "clock"
| fields id
| sort @timestamp asc
