# §3.20: override is true or false.
stats count(*) as n | appendcols override=yes (SOURCE 'web' | stats count(*) as w)
