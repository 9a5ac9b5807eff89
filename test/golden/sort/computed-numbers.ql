# §3.5: computed numbers sort by value.
filter @logStream = "clock"
| fields (n - 3) * (n - 3) + n / 10 as x
| sort x
