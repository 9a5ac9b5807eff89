# §3.26: its own columns only, without a pointer.
filter @logStream = "access"
| fields id, tolower(path) as where_to
| countFrequent where_to
| limit 1
