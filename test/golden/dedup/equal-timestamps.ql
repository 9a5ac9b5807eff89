# §3.9, §8 Q20: of two events of one time the first ingested is first.
filter @logStream = "text"
| fields substr(@message, 0, 5) as head
| dedup @timestamp
| limit 2
