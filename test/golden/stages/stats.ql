# Groups, a bin, and aggregates; group keys come first.
stats count(*) as requests, avg(ms), max(ms) as slowest, count_distinct(user) by bin(5m), region
