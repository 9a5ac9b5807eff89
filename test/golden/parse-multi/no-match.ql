# §3.8, inferred: an event without a match stays one row.
filter @logStream = "text" and @message like /words|user=b/
| sort @timestamp asc
| parse @message /(?<word>[a-z]+)=/ multi
| display @message, word
