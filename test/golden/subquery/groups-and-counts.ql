# §3.19: stats by a key has two columns.
filter user in (SOURCE 'web' | stats count(*) by user) | fields id
