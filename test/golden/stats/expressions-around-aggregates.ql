# §3.7: arithmetic, comparisons and functions may wrap aggregates.
filter @logStream = "access"
| stats sum(ms) / 1000 as seconds, sum(ok) > 2 as many, greatest(count_distinct(user) - 1, 0) as others, toMillis(min(@timestamp)) as from, round(avg(ms)) as mean
