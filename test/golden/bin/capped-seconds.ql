# §1.6, quirk 15: bin(300s) is bin(60s).
filter @logStream = "access"
| stats count(*) as n by bin(300s) as t
