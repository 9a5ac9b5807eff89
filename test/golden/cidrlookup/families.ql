# §3.17: a range holds addresses of its own family only.
#@ groups net
filter id in ["p6", "p7"] | sort id | cidrlookup networks ip OUTPUT cidr | display id, cidr
