# §4.8: nothing to count.
filter @logStream = "access"
| stats topk(3, nothing) as none
