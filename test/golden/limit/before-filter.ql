# §3.6: commands run in pipeline order.
filter @logStream = "clock"
| limit 2
| filter n < 5
| fields id
