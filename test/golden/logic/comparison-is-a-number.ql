# quirk 27, §2.1: a comparison is 1 or 0 and can be calculated with.
filter id = "a1"
| display (status = 200) + (ms > 5) + (user = "bob") as points
