# §8 Q10: `sum` over no numeric value is 0; the others are absent.
filter @logStream = "access"
| stats sum(user) as a, avg(user) as b, pct(user, 50) as c, stddev(user) as d, variance(user) as e, min(nothing) as f, max(nothing) as g, earliest(nothing) as h, countDistinct(nothing) as i
