# §3.17, Inferred: an address alone is a range of one.
#@ groups net
filter id = "p10" | cidrlookup networks ip OUTPUT cidr | display cidr
