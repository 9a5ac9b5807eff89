# §3.0: also with stats between them.
join left=a right=b where a.user = b.user (SOURCE 'web') | stats count(*) as n by a.user as user | join left=c right=d where c.user = d.user (SOURCE 'web')
