# §3.20: a later sort moves whole rows.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | stats count(*) as w by id | sort id desc | display id) | sort user desc
