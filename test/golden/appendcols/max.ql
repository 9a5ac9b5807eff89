# §3.20: at most max rows of the sub-query.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols max=1 (SOURCE 'web' | fields id as w | sort w desc)
