# §2.1: a comparison is 1 or 0.
filter id = "a1" | fields status = 200 as hit | join left=a right=b where a.hit = b.n (SOURCE 'app') | display a.id, b.id
