# §3.7: the rules hold inside.
filter user in (SOURCE 'web' | stats count(*) as n by user | fields status)
