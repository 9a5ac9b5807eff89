# §3.8, quirk 12: an event that does not match is kept, its captures are null.
filter @logStream = "text"
| parse "user=*," as who
