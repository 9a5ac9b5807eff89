# §3.20: override=true takes those of the sub-query; Inferred: where it has no row the cells stay.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols override=true (SOURCE 'web' | stats count(*) as n, max(status) as m)
