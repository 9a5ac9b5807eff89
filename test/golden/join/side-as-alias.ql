# §3.33, Inferred: nor can a side be made again.
join left=a right=b where a.user = b.user (SOURCE 'web') | fields b.status as b
