# §3.18: the right side is a log group.
join left=a right=b where a.user = b.user (filter status = 302)
