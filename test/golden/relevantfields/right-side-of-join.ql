# §3.27, Inferred: and fields of the other side of a join.
join left=a right=b where a.user = b.user (SOURCE 'web') | relevantfields b.status where ok = 1
