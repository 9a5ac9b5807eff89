# §3.6, §6: 100,000 is fine.
filter id = "a1" | fields id | limit 100000
