# §3.33: its columns are names like others.
stats count(*) as n | appendcols (SOURCE 'web' | stats max(status) as m) | fields n as m
