# §3.0: no nested sub-queries.
filter user in (SOURCE 'web' | filter user in (SOURCE 'app' | fields user) | fields user)
