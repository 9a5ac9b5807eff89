# §3.27, Inferred: so are other names of the query.
fields ms / 1000 as seconds | relevantfields seconds where ok = 1
