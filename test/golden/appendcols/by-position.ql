# §3.20: row beside row, whatever the rows hold.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | filter ispresent(user) | stats max(status) as m by user as other | sort other desc)
