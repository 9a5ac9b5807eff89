# §3.18: a pipeline on the right side is not accepted.
join left=a right=b where a.user = b.user (SOURCE 'web' | filter status = 302)
