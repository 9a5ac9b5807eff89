# §3.0: `head N` is `limit N`.
filter @logStream = "clock"
| fields id
| head 1
