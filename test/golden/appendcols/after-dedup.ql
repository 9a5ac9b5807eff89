# §7.19: after dedup nothing but limit.
dedup user | appendcols (SOURCE 'web' | fields id as w)
