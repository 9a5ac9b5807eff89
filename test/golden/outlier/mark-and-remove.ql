# §3.24: of the rows that are left none is marked.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| outlier action=remove mark=true ms
| limit 2
