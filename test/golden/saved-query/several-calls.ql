# §3.31: several saved queries in one; the name of a parameter may begin with _.
$failures(least = 200) | $newest(_n1 = 2) | fields id
