# §4.1: every present value contains the empty string.
filter @logStream = "access" and user like ""
| stats count(*) as n
