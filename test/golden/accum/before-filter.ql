# §3.22, §5.3: a later filter drops rows and leaves the sums; events match by the filters before.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| accum ms as total
| filter ms > 35
