# §3.20: missing rows leave cells empty.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | stats count(*) as w)
