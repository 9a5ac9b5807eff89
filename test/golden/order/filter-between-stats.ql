# §3.0: filters stand anywhere.
stats count(*) as n by user | filter n < 50 | stats sum(n) as m
