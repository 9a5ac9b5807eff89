# §2.5: also what arithmetic made of text: 1e3 + 0 is 1e3.
filter id = "exp" | fields v + 0 as w | join left=a right=b where a.w = b.v (SOURCE 'app') | display a.w, b.v
