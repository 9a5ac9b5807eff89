# §3.5: a key need not be shown.
filter @logStream = "clock"
| fields when
| sort n desc
| limit 1
