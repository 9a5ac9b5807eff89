# §3.20, Inferred: without a SOURCE it reads the log groups of the query around it.
stats count(*) as n | appendcols (filter ispresent(status) | stats count(*) as m)
