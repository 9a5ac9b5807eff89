# §5.5: a log group that is not there.
join left=a right=b where a.user = b.user (SOURCE 'nope')
