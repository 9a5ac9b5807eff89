# §3.9, quirk 19: keeps the first row per value, newest first by default.
filter @logStream = "access"
| fields id, path
| dedup path
