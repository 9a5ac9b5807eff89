# §3.20: a query without rows stays without.
filter user = "nobody" | stats count(*) as n by user | appendcols (SOURCE 'web' | stats count(*) as w)
