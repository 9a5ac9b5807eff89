# §2.6: a map is filled as a whole.
filter @logStream = "nested" or id = "s1"
| sort @timestamp asc
| fields id, if(id = "n1", @message, null) as text
| fields jsonParse(text) as event
| filldown event
| display id, event.name
