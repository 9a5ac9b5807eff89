# §2.3: a computed key meets every way to write its number, and nothing else: 200 is 200 and "200", 7 is 007.
fields v + 0 as w | join left=a right=b where a.w = b.v (SOURCE 'app') | filter a.id in ["text", "zeros", "big", "word"] | display a.id, b.id | sort a.id, b.id
