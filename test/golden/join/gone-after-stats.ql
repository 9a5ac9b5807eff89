# §3.7: after stats the sides are gone.
join left=a right=b where a.user = b.user (SOURCE 'web') | stats count(*) as n by a.user as u | filter b.id = 1
