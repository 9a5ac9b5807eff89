# §2.3 rule 5: a numeric string literal against a numeric field compares numerically: 1.50 = "1.5".
filter v = "1.5"
| fields id
