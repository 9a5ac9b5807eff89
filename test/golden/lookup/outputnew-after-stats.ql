# §3.16: a name that the groups do not have is absent.
filter ispresent(user) | stats count(*) as n by user | sort user | lookup teams user OUTPUTNEW team, lead as n
