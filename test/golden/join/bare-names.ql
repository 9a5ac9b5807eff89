# §3.18, Inferred: a name without a side is the left's.
join left=a right=b where a.user = b.user (SOURCE 'web') | display id, status, b.status
