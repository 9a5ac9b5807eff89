# §5.3: everything that is read counts as scanned; matched are the events of the query itself.
filter user in (SOURCE 'web' | fields user) | stats count(*) as n
