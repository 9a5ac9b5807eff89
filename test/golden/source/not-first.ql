# §3.30: SOURCE begins the query.
fields id | SOURCE 'web'
