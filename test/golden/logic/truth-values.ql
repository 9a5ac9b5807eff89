# §2.4: the three-valued table, shown; unknown is an absent cell. `user` is missing here.
filter id = "a5"
| display user = "x" as u, not user = "x" as nu, user = "x" and 1 = 0 as uf, user = "x" and 1 = 1 as ut, user = "x" or 1 = 0 as of, user = "x" or 1 = 1 as ot, not (1 = 0) as t
