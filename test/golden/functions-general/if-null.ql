# §1.4, §4.4: null is a value.
filter @logStream = "access"
| fields if(status = 200, id, null) as fine
