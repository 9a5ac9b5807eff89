# §4: and computed with.
join left=a right=b where a.user = b.user (SOURCE 'web') | fields a.status - b.status as d | display a.id, d
