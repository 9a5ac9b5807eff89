# §2.3: what arithmetic made meets text as a number, 1e3 as 1000.
filter v in (filter id = "exp" | fields v + 0 as w) | fields id, v
