# §3.18: equality only.
join left=a right=b where a.status > b.status (SOURCE 'web')
