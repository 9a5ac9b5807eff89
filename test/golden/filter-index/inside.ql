# §3.4, §3.19: a sub-query has the indexes that it asks for; the query around it reads on.
#@ groups app, web
filter user in (filterIndex status = 200 | fields user) | stats count(*) as n
