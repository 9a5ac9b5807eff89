# §3.19: nothing is among no values.
filter user in (SOURCE 'web' | filter user = "nobody" | fields user) | fields id
