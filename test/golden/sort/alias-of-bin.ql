# §3.5: alias the bin and sort by the alias.
filter @logStream = "access"
| stats count(*) as n by bin(5m) as t
| sort t desc
