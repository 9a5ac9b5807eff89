# §3.7, §5.3: what it gives is a group key, and filters by it count.
#@ groups net
cidrlookup networks ip OUTPUT site | filter site = "fra" | stats count(*) as n by site
