# §3.19: the parenthesis is closed.
filter user in (SOURCE 'web' | fields user | limit 5
