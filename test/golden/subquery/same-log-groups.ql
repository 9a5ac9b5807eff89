# §3.19, Inferred: without a SOURCE it reads the log groups of the query around it.
filter user in (filter status = 500 | fields user) | fields id
