# §3.0: no nested sub-queries.
stats count(*) as n | appendcols (SOURCE 'web' | filter user in (SOURCE 'app' | fields user) | stats count(*) as w)
