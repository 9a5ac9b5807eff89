# §3.16: a lookup inside.
filter user in (SOURCE 'web' | lookup teams user OUTPUT team | filter team = "red" | display user) | fields id
