# §3.26: each value with its count, the most frequent first; equal counts in the order in which they were seen.
filter @logStream = "access"
| countFrequent status
