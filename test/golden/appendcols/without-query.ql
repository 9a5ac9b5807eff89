# §3.20: a sub-query in parentheses.
stats count(*) as n | appendcols SOURCE 'web'
