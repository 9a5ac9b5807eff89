# §3.7: carry a time over and use datefloor.
filter @logStream = "access"
| stats count(*) as n, max(@timestamp) as @last by bin(5m) as @t
| stats sum(n) as total, max(n) as most, max(@last) as newest by datefloor(@t, 1h) as hour
