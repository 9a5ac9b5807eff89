# §3.33 rule 3: a capture named like a field that was not mentioned before shadows it.
parse @message '"path":"/*"' as path
| filter path = "a"
| display path, @logStream
