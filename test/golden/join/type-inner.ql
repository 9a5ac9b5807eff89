# §3.18: type=inner is the default.
join type=inner left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.id
