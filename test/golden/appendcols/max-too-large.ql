# §6: max is 1 to 100,000.
stats count(*) as n | appendcols max=100001 (SOURCE 'web' | stats count(*) as w)
