# §4.8: by the times of the events, whatever the order of the rows.
filter @logStream = "access"
| sort ms desc
| stats rate(ms, 1m) as r
