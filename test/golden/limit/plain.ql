# §3.6: the first rows in the current order.
filter @logStream = "clock"
| fields id
| limit 2
