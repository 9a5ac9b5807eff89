# §3.19, §2.3: every value is outside of no values; a missing one stays unknown.
filter user not in (SOURCE 'web' | filter user = "nobody" | fields user) | fields id
