# §2.3: a time against a number compares epoch milliseconds.
filter @timestamp in (filter id = "a1" | fields toMillis(@timestamp) as t) | fields id
