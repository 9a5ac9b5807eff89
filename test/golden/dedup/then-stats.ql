# §3.0: nothing but `limit` may follow `dedup`.
fields id | dedup path | stats count(*)
