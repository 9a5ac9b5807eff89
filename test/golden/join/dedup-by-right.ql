# §3.9: dedup keeps the first row of each.
filter ispresent(user) | join left=a right=b where a.user = b.user (SOURCE 'app') | display a.id, b.id | dedup b.id | limit 10
