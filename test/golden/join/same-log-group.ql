# §3.18, Differs: the same log group on both sides failed on AWS; here it is read twice.
filter id = "a1" | join left=a right=b where a.user = b.user (SOURCE 'app') | display a.id, b.id
