# §2.4, §2.1: a truth value keeps its meaning under an alias: as condition, in sums, as cell.
filter @logStream = "access"
| fields id, status >= 400 as bad, bad and ms > 100 as slow
| filter bad or slow
