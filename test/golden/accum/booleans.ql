# §2.1: true and false of an event are 1 and 0.
filter @logStream = "access"
| sort @timestamp asc
| fields id
| accum ok as fine
