# §4.4: the first true condition decides; without a default, null.
filter @logStream = "access"
| fields id, case(status >= 500, "server", status >= 400, "client", "fine") as a, case(status >= 500, "server", status >= 400, "client") as b, case(user = "ann", 1, user != "ann", 2, 3) as c
