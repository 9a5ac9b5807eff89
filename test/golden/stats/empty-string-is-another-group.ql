# §3.7: the empty string is a key of its own, beside the missing one.
filter @logStream = "access"
| stats count(*) as n by region
| sort region desc
