# §3.16, Inferred: an empty cell of the CSV is absent.
#@ groups web
lookup teams user OUTPUT region, lead | filter user = "dan" | display region, lead
