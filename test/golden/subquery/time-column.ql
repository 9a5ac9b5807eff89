# §2.3: times among times.
filter @timestamp in (filter id = "a1" | fields @timestamp) | fields id
