# §3.22: earlier values take part in arithmetic.
filter @logStream = "access"
| sort @timestamp asc
| autoregress ms
| display id, ms - ms_p1 as change
