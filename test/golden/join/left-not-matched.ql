# §3.18, §2.3: AWS's sample adds `or not ispresent` to a != over the right side.
filter ispresent(status) | join type=left left=a right=b where a.user = b.user (SOURCE 'web') | filter b.status != 302 or not ispresent(b.status) | display a.id
