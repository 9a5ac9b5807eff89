# §7.28: also before the first one.
sort user | stats count(*) as n by user | stats max(n) as m
