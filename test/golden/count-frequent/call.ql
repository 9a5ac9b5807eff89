# §3.26: fields, not expressions.
countFrequent tolower(user)
