# §2.3 rule 4: a number literal equals a number and a string that parses completely as that number.
filter v = 200
| fields id, v
