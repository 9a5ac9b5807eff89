# §3.0: display may precede filter, sort, dedup and limit.
display id, user | filter ispresent(user) | sort id | dedup user | limit 5
