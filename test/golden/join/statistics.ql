# §5.3: both sides count as scanned, the events of the query that pass the filters before as matched.
filter ispresent(user) | join left=a right=b where a.user = b.user (SOURCE 'web') | limit 1 | display a.id
