# §3.10, Inferred: patterns are not compared with.
filter user in (SOURCE 'web' | pattern @message | fields @pattern)
