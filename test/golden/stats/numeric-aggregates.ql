# §4.8: nulls and text that is no number are ignored; numeric strings count. 10, 250.5, 30, 40.
filter @logStream = "access"
| stats sum(ms), avg(ms), min(ms), max(ms), avg(ms / 10)
