# §3.8: the source is @message when none is named.
filter id = "int"
| parse '"id":"*"' as name
