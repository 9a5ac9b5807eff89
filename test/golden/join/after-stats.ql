# §3.18, Inferred: groups may be joined too.
stats count(*) as n by user | join left=a right=b where a.user = b.user (SOURCE 'web') | display a.user, a.n, b.status
