# §1.2, §3.26: also `count_frequent`.
filter @logStream = "access"
| count_frequent path
| limit 2
