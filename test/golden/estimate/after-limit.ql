# §3.6: a limit before it is no limit of it.
#@ groups web
limit 1 | estimate
