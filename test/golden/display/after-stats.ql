# §3.2, §5.2: after `stats`, `display` chooses among its columns, and there is no @ptr.
stats count(*) as n, max(status) as top by user
| filter user = "ann"
| display top, user
