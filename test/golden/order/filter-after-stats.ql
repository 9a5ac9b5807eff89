# §3.0: filter after stats is HAVING.
stats count(*) as n by user | filter n = 2 | sort user
