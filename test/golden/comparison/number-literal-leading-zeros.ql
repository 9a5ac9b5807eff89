# §2.3 rule 4: "007" parses as 7.
filter v = 7
| fields id, v
