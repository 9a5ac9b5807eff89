# §3.7, quirk 7: rows without the key form one group whose key cell is absent.
filter @logStream = "access"
| stats count(*) as n by user
| sort user
