# §3.0: groups are looked up too.
filter ispresent(user) | stats count(*) as n by user | sort user | lookup teams user OUTPUT team
