# §3.5, §8 Q2: descending is the exact reverse, nulls last.
filter @logStream = "sorting"
| fields id
| sort s desc
