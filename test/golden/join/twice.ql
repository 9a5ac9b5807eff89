# §3.0: one join per query.
join left=a right=b where a.user = b.user (SOURCE 'web') | join left=c right=d where c.user = d.user (SOURCE 'web')
