# §3.26, inferred: a missing value is a value of its own, as in stats.
filter @logStream = "access"
| countFrequent region
