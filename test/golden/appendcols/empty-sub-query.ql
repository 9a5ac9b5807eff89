# §3.20: a sub-query without rows adds empty cells.
stats count(*) as n | appendcols (SOURCE 'web' | filter user = "nobody" | stats count(*) as w)
