# §5.3: statistics count the events of all groups.
#@ groups app, web
stats count(*) as n by @log
| sort @log
