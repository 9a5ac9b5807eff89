# §3.22, inferred: a field that is not listed is filled and still not shown.
filter @logStream = "access"
| sort @timestamp asc
| filldown region
| filter region = "eu"
| fields id
