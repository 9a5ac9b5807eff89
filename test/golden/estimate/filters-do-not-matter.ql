# §3.29: a filter reads what it drops.
#@ groups web
filter user = "ann" | stats count(*) as n by user | sort n | estimate
