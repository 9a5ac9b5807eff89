# §3.17: one address.
cidrlookup networks ip, ip2 OUTPUT zone
