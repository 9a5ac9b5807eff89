# §4.8: without a number there is no map.
filter @logStream = "access"
| stats histogram(user, 3) as none
