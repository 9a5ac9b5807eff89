# §3.7: groups by fields of both sides.
join left=a right=b where a.user = b.user (SOURCE 'web') | stats count(*) as n, max(a.status) as m by a.user, b.status
