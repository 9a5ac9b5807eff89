# §4.6: what is no address is in no range.
#@ groups net
filter id in ["p8", "p9", "p11"] | sort id | cidrlookup networks ip OUTPUT zone | display id, ip, zone
