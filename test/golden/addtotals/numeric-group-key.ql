# §3.21, inferred: a group key that is a number counts too, as in Splunk.
filter @logStream = "access"
| stats count(*) as n by status
| addtotals
