# The values that another query finds.
filter user not in (SOURCE 'web' | filter status >= 500 | stats count(*) as n by user | filter n > 1 | fields user)
| fields user
