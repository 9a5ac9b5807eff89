# §3.7: it needs the times of events.
stats count(*) as n by user
| stats rate(n, 1m)
