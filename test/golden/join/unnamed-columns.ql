# §3.7: a column without a name is named as it is written.
join left=a right=b where a.user = b.user (SOURCE 'web') | stats count(b.id), count(b.nothing)
