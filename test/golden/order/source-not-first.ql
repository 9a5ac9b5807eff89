# §3.30: SOURCE begins the query.
filter status = 200 | SOURCE 'web'
