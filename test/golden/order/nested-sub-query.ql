# §3.0: no nested sub-queries.
filter user in (filter user in (fields user) | fields user)
