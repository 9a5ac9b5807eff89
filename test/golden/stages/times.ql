# Times are epoch milliseconds until they are shown.
fields toMillis(@timestamp) - queryStartTime() as since, formatDate(@timestamp, "%H:%M", "Europe/Berlin") as clock, fromMillis(ms) as odd
| filter @timestamp > now() * 1000 - 3600000
