# §3.24: computed numbers are capped as numbers.
filter @logStream = "access"
| sort @timestamp asc
| fields id, ms / 3 as third
| outlier param=1 third
| limit 2
