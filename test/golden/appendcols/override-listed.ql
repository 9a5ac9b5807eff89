# §3.20: also a field that is listed.
filter id in ["a1", "a2"] | fields id, user | appendcols override=true (SOURCE 'web' | filter status = 200 | fields user)
