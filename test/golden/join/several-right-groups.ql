# §3.30: the right side may be several log groups.
filter id = "a1" | join left=a right=b where a.user = b.user (SOURCE 'web' 'app') | sort b.id | display b.id, b.@log
