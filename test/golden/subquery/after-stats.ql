# §3.7: it filters groups like HAVING.
stats count(*) as n by user | filter user in (SOURCE 'web' | fields user)
