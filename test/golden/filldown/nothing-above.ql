# §3.22: what has nothing above stays missing; the order is newest first without `sort`.
filter @logStream = "access" and id != "a6"
| fields id, user
| filldown user
