# §3.5: numbers by value whether JSON number or string; null first, then text.
filter @logStream = "access"
| fields id, ms
| sort ms
