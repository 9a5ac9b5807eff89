# §3.5: and sorted by; ties keep their order.
filter ispresent(user) | join left=a right=b where a.user = b.user (SOURCE 'app') | sort b.ms desc, a.id | display a.id, b.ms | limit 3
