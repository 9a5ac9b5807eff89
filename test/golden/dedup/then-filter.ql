# §3.0, quirk 19: nothing but `limit` may follow.
fields id | dedup path | filter id = "a1"
