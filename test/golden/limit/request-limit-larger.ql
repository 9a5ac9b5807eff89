# §3.6, quirk 30: the smaller of the two wins.
#@ limit 100
filter @logStream = "clock"
| fields id
| limit 1
