# §3.7: unnamed columns are the source text, inner spaces as typed.
filter @logStream = "clock"
| stats avg( n ), sum(n)/count(*) by bin(1y)
