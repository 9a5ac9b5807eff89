# §3.33: names of the sub-query are not used up, except its columns.
stats count(*) as n | appendcols (SOURCE 'web' | fields status as s | stats max(s) as m) | fields n, m, m - n as s
