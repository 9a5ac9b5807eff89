# §3.19, §2.3: not in drops the events that lack the field, as != does.
filter user not in (SOURCE 'web' | fields user) | fields id, user
