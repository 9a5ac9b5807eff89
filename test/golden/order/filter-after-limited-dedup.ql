# §7.19: also not behind the limit.
dedup user | limit 2 | filter status = 200
