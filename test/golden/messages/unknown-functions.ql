filter @timestamp > ago(1h) and lower(user) = "ann" and to_string(status) = "200"
| stats cnt(*), p99(ms), distinct_count(user)