# §3.0: groups are looked up too.
#@ groups net
filter id in ["p1", "p3"] | stats count(*) as n by ip | sort ip | cidrlookup networks ip OUTPUT zone
