# §3.20: several of them add up.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | stats count(*) as w) | appendcols (SOURCE 'net' | stats count(*) as x)
