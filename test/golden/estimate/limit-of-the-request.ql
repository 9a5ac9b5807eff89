# §3.0: the limit parameter of the API is a limit behind it.
#@ limit 5
filter user = "ann" | estimate
