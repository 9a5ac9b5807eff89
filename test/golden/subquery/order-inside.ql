# §7.28: the order rules hold inside.
filter user in (SOURCE 'web' | stats count(*) as n by user | sort n | stats max(n) as m)
