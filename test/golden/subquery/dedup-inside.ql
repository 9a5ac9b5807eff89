# §3.0: after dedup nothing but limit, so fields stands before it.
filter user in (SOURCE 'web' | fields user | dedup user) | fields id
