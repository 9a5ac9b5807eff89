# §2.1: true is 1.
filter v in (filter id = "a1" | fields status = 200 as hit) | fields id, v
