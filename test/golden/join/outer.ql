# §3.18: inner or left.
join type=outer left=a right=b where a.user = b.user (SOURCE 'web')
