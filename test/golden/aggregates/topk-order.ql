# §4.8: most frequent first; inferred: equally frequent ones in the order of their text; missing values do not count.
filter @logStream = "access"
| stats topk(10, status)
