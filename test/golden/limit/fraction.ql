# §3.6: `limit` takes an integer.
fields id | limit 1.5
