# §2.4: a constant condition is legal.
filter 1 = 1 and id = "int"
| fields id
