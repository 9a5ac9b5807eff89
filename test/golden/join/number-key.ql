# §2.3: a number the query made meets text as a number.
fields toInt(v) as n7 | join left=a right=b where a.n7 = b.v (SOURCE 'app') | filter a.id = "zeros" | display a.id, b.id
