#@ limit 7
# The limit of the request is one more limit at the end; the smaller one wins.
fields user | limit 9
