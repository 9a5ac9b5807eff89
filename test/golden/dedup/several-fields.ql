# §3.9: combinations; a row with any null key is kept. The empty string is a value.
filter @logStream = "access"
| fields id
| dedup path, region
