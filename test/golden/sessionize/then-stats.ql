# §3.25: sessions can be counted.
filter @logStream = "access"
| sessionize user maxspan 5m as visit
| stats count(*) as requests, min(@timestamp) as first by user, visit
