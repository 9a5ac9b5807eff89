# §3.20: by default a column that is there already stays as it is.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | filter ispresent(user) | stats count(*) as n, max(status) as m by user | sort user)
