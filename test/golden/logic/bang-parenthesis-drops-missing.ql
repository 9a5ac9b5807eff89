# §1.7, §8 Q4: `!` is `not`.
filter !(user = "bob") and !(user in ["cid"])
| fields id
