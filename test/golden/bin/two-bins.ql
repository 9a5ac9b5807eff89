# §3.7: any number of bins may be grouped.
filter @logStream = "access"
| stats count(*) as n by bin(1h) as hour, bin(5m) as part
| sort part desc
