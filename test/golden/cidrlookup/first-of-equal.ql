# §3.17, Inferred: of equal ranges the first row.
#@ groups net
filter id = "p1" | cidrlookup networks ip OUTPUT zone, site | display zone, site
