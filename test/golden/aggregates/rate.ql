# §4.8: average change per period in each bin: from 10 to 40 in two minutes; inferred: between the first and the last event that has the field.
filter @logStream = "access"
| stats rate(ms, 1m) as per_minute, rate(ms, 1s) as per_second by bin(5m) as t
