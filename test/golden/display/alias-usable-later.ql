# §3.2: an alias made in `display` can be sorted by.
filter @logStream = "access" and ispresent(user)
| display status * -1 as negative
| sort negative
| limit 2
