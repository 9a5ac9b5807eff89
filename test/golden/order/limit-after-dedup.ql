# §3.0: limit may follow.
filter ispresent(user) | fields user | dedup user | limit 2
