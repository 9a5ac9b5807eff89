# §3.20: a field that is listed is a column.
filter id in ["a1", "a2"] | fields id, user | appendcols (SOURCE 'web' | filter status = 200 | fields user, status)
