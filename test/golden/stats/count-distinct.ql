# §4.8: nulls are not counted.
filter @logStream = "access"
| stats countDistinct(user) as users, count_distinct(path) as paths, count_distinct(ok) as oks
