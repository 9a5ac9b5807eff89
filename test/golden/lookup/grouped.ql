# §3.7: it is a group key.
filter ispresent(user) | lookup teams user OUTPUT team | stats count(*) as n by team | sort n desc, team
