# §4.3, §2.3: bin() compares with @timestamp and with numbers.
filter @timestamp = bin(1m) and @logStream = "access"
| fields id
