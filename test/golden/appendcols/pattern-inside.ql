# §3.10, Inferred: patterns are made outside of it.
stats count(*) as n | appendcols (SOURCE 'web' | pattern @message)
