# §4.8, §8 Q9, quirk 18: percent is 0 to 100, nearest rank; 0.95 is almost the minimum. 1, 2, 3, 4, 5.
filter @logStream = "clock"
| stats pct(n, 0) as p0, pct(n, 20) as p20, pct(n, 21) as p21, pct(n, 50) as p50, pct(n, 95) as p95, pct(n, 100) as p100, pct(n, 0.95) as fraction, percentile(n, 40) as p40
