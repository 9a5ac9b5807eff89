# §3.31: a name with spaces stands in backticks; the call is a stage like others.
filter @logStream = "access" | $`By User`() | sort n desc, user
