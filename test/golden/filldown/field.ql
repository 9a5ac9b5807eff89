# §3.22: a missing value takes the last one above; an empty text is a value.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user, region
| filldown region
