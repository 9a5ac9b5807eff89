# §3.30: or a time of its own.
#@ start 2026-03-04T10:06:00.000Z
filter user in (SOURCE 'web' START=1772618400 | fields user) | fields id
