# §3.20: position is that of the current order.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user desc | appendcols (SOURCE 'web' | fields id as w | sort w)
