# §3.22, §8 Q20: groups without `sort` are in the order in which they were first seen.
filter @logStream = "access"
| stats count(*) as n by path
| accum n
