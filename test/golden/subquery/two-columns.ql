# §3.19: exactly one column.
filter user in (SOURCE 'web' | fields user, status) | fields id
