# §3.5: an absent aggregate sorts first.
filter @logStream = "access"
| stats avg(ms) as mean by path
| sort mean
