# §2.3 rule 1: every operator is unknown on null, arithmetic and `like` included.
filter id = "a5"
| display user < 1 as a, user >= "a" as b, user like /x/ as c, user not like "x" as d, user in ["x"] as e, user not in [1] as f, user + 1 as g, -user as h, user ^ 2 as i
