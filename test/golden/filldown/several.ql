# §3.22: fields side by side.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user, region
| filldown user region
