# §3.20, Inferred (SPLK): rows beyond those of the query are dropped.
stats count(*) as n | appendcols (filter ispresent(user) | stats count(*) as m by user as u | sort u)
