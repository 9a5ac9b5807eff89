# §3.19: events whose field is among the values of another query.
filter user in (SOURCE 'web' | fields user) | fields id, user
