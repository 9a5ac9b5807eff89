# §4.8, quirk 31, observed: after `by`, the second argument is the width of the ranges and the value their lower bound; inferred: in ascending order.
filter @logStream = "access"
| stats count(*) as n by histogram(ms, 50)
