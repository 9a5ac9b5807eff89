# §2.5: numeric strings convert; other text, and null, make the result null.
filter @logStream = "access"
| fields id, ms * 2 as twice
