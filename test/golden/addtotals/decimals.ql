# §2.7: sums are rounded when they are shown.
filter @logStream = "access"
| sort @timestamp asc
| fields ms / 3 as third
| addtotals row=false col=true
| limit 7
