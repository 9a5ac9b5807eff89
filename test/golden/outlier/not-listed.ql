# §3.24, inferred: a field that is not listed is capped and still not shown.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| outlier ms
| filter ms = 115
