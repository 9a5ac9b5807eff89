# §5.3: what the sub-query reads counts as scanned; matched are the events of the query itself.
filter user = "ann" | stats count(*) as n | appendcols (SOURCE 'web' | stats count(*) as w)
