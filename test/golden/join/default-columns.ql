# §5.2, Inferred: the default columns are the left's.
join left=a right=b where a.user = b.user (SOURCE 'web') | filter a.id = "a1"
