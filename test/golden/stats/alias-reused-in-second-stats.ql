# §3.7, §3.33: a later `stats` may not reuse an alias of an earlier one.
stats count(*) as n by user, path | stats sum(n) as n by user
