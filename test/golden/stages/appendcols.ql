# Columns of another query, by position.
stats count(*) as n by user
| appendcols override=true max=5 (SOURCE 'web' | stats count(*) as n, max(status) as worst by user)
