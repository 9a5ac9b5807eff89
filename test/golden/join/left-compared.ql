# §2.3: without it, the events without a match are dropped.
filter ispresent(status) | join type=left left=a right=b where a.user = b.user (SOURCE 'web') | filter b.status != 200 | display a.id
