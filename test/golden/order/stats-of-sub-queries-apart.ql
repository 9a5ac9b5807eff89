# §3.0, Inferred: the stats of a sub-query do not count for the query around it.
sort id | filter user in (stats count(*) as n by user | stats count(*) as m by user | fields user) | stats count(*) as k
