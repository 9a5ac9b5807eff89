# §3.7: an alias can be used by later items of the same `stats`.
filter @logStream = "access"
| stats sum(ok) as good, count(*) as n, good / n * 100 as percent
