# §3.0: with one stats an earlier sort is accepted.
sort id | filter ispresent(user) | stats count(*) as n
