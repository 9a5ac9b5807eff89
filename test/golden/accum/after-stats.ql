# §3.22: over the columns of stats, in their order.
filter @logStream = "access"
| stats count(*) as n by user
| sort user desc
| accum n as running
