# §3.0, quirk 28: with several `stats`, `sort` and `limit` come after the last one.
stats count(*) as n by user, path | sort n | stats max(n) as m
