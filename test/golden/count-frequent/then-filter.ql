# §3.26: the count can be tested.
filter @logStream = "access"
| countFrequent user
| filter _approxcount > 1
| sort user desc
