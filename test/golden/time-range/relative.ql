# §4.3: AWS's idiom for the last hours.
filter toMillis(@timestamp) >= now() * 1000 - 46 * 86400000
| fields id
