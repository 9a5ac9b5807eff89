# §2.6: members of maps count, maps and lists do not.
filter @logStream = "access"
| sort @timestamp asc
| fields jsonParse(@message) as event, split(path, "/") as parts
| fields event.ms as took, event.status
| limit 2
| addtotals col=true
| display took, Total
