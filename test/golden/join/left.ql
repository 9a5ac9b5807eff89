# §3.18: type=left keeps events without a match; the columns of the right side are absent there.
filter ispresent(status) | join type=left left=a right=b where a.user = b.user (SOURCE 'web') | display a.id, b.id, b.only
