# §7.28: with several stats, sort comes after the last one.
stats count(*) as n by user | sort n | stats max(n) as m
