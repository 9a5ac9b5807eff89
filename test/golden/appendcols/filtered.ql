# §3.3: later commands see the column.
filter user in ["ann", "bob", "cid"] | stats count(*) as n by user | sort user | appendcols (SOURCE 'web' | stats max(status) as m by id | sort id desc) | filter m > 250 | display user, m * 2 as twice
