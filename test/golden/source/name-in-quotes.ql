# §3.30: SOURCE names a log group in quotes of either kind; it takes the place of the request's.
SOURCE 'web' | fields id
