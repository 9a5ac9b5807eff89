# §3.9, quirk 19: rows with a null key are all kept.
filter @logStream in ["access", "clock"]
| fields id, user
| dedup user
