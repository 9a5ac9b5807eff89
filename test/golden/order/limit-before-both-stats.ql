# §7.28: also before the first one.
limit 10 | stats count(*) as n by user | stats max(n) as m
