# §3.22, §5.2: in the order of the rows, newest first without `sort`.
filter @logStream = "access"
| fields id
| autoregress id p=1
