# §3.1: an alias is a field for later commands.
fields status * 1 as code
| filter code >= 500
| sort code desc
