# §3.18: the sides have different names.
join left=a right=a where a.user = a.user (SOURCE 'web')
