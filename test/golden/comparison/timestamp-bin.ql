# §2.3 rule 3: bin() is a timestamp and compares with epoch milliseconds.
filter bin(1h) = 1772618400000 and @logStream = "access" and status = 404
| fields id
