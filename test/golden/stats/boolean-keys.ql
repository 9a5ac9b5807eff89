# §2.7: a truth value as key is 1 or 0, or missing.
filter @logStream = "access"
| stats count(*) as n by user = "ann" as ann
| sort ann
