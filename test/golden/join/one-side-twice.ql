# §3.18: each side of the equality is one of the join's.
join left=a right=b where a.user = a.name (SOURCE 'web')
