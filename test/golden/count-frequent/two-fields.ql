# §3.26: each combination.
filter @logStream = "access"
| countFrequent ok, path
