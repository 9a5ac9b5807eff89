# §3.8: the address may be parsed.
#@ groups net
filter id = "p2" | parse @message '"ip":"*"' as address | cidrlookup networks address OUTPUT site | display address, site
