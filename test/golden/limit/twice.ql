# §3.6: the smaller limit wins whatever the order.
filter @logStream = "clock"
| limit 3
| limit 10
| fields id
