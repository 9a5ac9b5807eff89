# §4.8: beside another key.
filter @logStream = "access"
| stats count(*) as n by histogram(status, 100) as class, ok
