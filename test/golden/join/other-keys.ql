# §3.18: the keys may be different fields.
join left=a right=b where a.@logStream = b.@logStream (SOURCE 'web') | stats count(*) as n by b.id
