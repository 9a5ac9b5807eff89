# §3.2: `display` may leave out the key.
filter @logStream = "access"
| stats count(*) as n by path
| sort path
| display n
