# §3.18: one equality only.
join left=a right=b where a.user = b.user and a.status = b.status (SOURCE 'web')
