# §3.17: several columns, under names of their own.
#@ groups net
filter id = "p2" | cidrlookup networks ip OUTPUT zone AS where, site, cidr | display where, site, cidr
