# §4.8, §2.7: the most frequent values as a list, shown as JSON.
filter @logStream = "access"
| stats topk(2, path) as often
