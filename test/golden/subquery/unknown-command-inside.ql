# §3.32: mistakes inside have their places.
filter user in (SOURCE 'web' | eval user) | limit 5
