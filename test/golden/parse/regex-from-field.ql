# §3.8: a field as the source; ^ is the start of that value.
filter @logStream = "access"
| parse path /^\/(?<letter>[ab])$/
| filter letter = "a"
| display letter, path
