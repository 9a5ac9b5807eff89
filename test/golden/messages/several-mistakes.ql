fields @timestamp detail.group
| filter detail.lastStatus = "STOPPED" && detail.stopCode like "%Failed%"
| stats cuont(*) as tasks.stopped by bin(300)
| sort tasks desc,
| limit 1000000