# §3.3, §5.3: a filter by what was looked up decides which events match.
lookup teams user OUTPUT team | filter team = "red" | fields id | limit 1
