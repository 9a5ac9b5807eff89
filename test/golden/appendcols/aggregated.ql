# §3.7: also stats.
filter ispresent(status) | stats count(*) as n by user | appendcols (filter ispresent(status) | stats count(*) as m by path) | stats sum(n) as a, sum(m) as b
