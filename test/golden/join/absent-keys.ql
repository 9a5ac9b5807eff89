# §3.18, Inferred: absent keys never match, also not each other.
filter id like /^c/ | join type=left left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.@message | sort a.id
