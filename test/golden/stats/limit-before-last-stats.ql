# §3.0, quirk 28: with several `stats`, `sort` and `limit` come after the last one.
limit 10 | stats count(*) as n by user, path | stats max(n) as m
