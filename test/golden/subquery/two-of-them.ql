# §3.19: several sub-queries in one condition.
filter user in (SOURCE 'web' | fields user) and status not in (SOURCE 'web' | fields status) | fields id
