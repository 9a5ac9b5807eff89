# §3.20, Inferred: cells that stay keep their text also beside numbers.
filter user in ["ann", "bob", "cid"] | stats max(user) as x by user | sort user | display x | appendcols override=true (SOURCE 'web' | stats count(*) / 2 as x)
