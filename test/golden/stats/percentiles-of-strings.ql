# §4.8: numeric strings take part by value, other text does not. 10, 30, "40", 250.5.
filter @logStream = "access"
| stats pct(ms, 75) as p75, median(ms) as half, pct(ms, 99.9) as top
