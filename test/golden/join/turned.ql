# §3.18, Inferred: the keys may stand in either order.
join left=a right=b where b.user = a.user (SOURCE 'web') | display a.id, b.id
