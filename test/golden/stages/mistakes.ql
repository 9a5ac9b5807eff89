# Several mistakes at once, of reading and of meaning.
fields strlength(user) as n, abs() as a
| filter user in []
| stats count(*) by region
| sort bin(1h)
| filter nothing = 1
