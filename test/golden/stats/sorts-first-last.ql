# §4.8: first and last in the order of `sort`.
filter @logStream = "sorting" and s != ""
| stats sortsFirst(s) as a, sortsLast(s) as b, sorts_last(s) as c
