# §3.7: an aggregate may be compared; the counts of web are 1, 1 and 1.
filter user = "cid" | stats count(*) in (SOURCE 'web' | stats count(*) as n by user | fields n) as same
