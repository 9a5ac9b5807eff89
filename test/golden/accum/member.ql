# §1.3: a member of a map has one.
filter @logStream = "access"
| sort @timestamp asc
| fields id, jsonParse(@message) as event
| accum event.ms as total
| display id, total
| limit 2
