# §3.19, Inferred: it has the time of the query around it; ann was on the web before.
#@ start 2026-03-04T10:06:00.000Z
filter user in (SOURCE 'web' | fields user) | fields id
