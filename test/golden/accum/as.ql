# §3.22: a running sum in the order of the rows; text that is no number, and a missing value, add nothing and have no sum.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| accum ms as total
