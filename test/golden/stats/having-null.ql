# §2.3: a comparison with an absent aggregate drops the row.
filter @logStream = "access"
| stats avg(ms) as mean by path
| filter mean != 25
| sort path
