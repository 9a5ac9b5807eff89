# §3.22, inferred: without `as` the sums take the place of the field.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms
| accum ms
