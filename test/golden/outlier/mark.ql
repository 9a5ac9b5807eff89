# §3.24, inferred: `f_outlier` is 1 for an outlier and 0 for anything else.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| outlier mark=true ms
