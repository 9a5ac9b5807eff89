# §3.33, Inferred: a name behind a side is not used up by it.
join left=a right=b where a.user = b.user (SOURCE 'web') | fields a.user as user, b.status as status
