# §3.18: columns of the right side are read when they are first named.
join left=a right=b where a.user = b.user (SOURCE 'web') | filter b.status = 302 | fields b.status as s | filter b.only = "web" and b.id = "w1" | display s, b.user, a.path
