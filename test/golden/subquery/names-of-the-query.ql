# §3.33: nor does it use them up.
filter user in (SOURCE 'web' | fields user as name) | fields user as name, id
