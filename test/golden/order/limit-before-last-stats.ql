# §7.28: with several stats, limit comes after the last one.
stats count(*) as n by user | limit 2 | stats max(n) as m
