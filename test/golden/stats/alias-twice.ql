# §3.33: two aggregates of one name.
stats count(*) as n, max(status) as n
