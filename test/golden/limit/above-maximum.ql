# §3.6, §6: at most 100,000 rows.
limit 100001
