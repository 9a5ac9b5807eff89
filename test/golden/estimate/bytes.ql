# §3.29: the bytes that the query would scan; it is not run.
#@ groups web
estimate
