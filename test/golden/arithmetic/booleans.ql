# §2.1: booleans calculate as 1 and 0.
filter id in ["a1", "a2"]
| fields id, ok * 10 as n
