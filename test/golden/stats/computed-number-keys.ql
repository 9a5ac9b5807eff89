# §2.7: a computed number as key has at most four decimals.
filter @logStream = "clock" and n < 3
| stats count(*) as c by n / 3 as third
| sort third
