# §3.22: a star stands for any characters.
filter @logStream = "access"
| sort @timestamp asc
| fields id, user, region
| filldown *e*
