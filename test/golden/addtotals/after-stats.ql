# §3.21: as documented. Differs: AWS was seen to show no total after `stats … by`.
filter @logStream = "access"
| stats sum(ok) as fine, count(*) as n by user
| addtotals col=true
