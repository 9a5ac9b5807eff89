# §3.9: an alias is a key like any other.
filter @logStream = "access"
| fields floor(status / 100) as class
| dedup class
