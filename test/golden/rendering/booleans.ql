# §2.7: results of comparisons and predicates are 1 and 0.
filter id = "a1"
| fields status = 200 as a, user like /b/ as b, ispresent(nothing) as c, not ok as d, user in ["ann"] as e
