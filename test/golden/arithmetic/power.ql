# §1.7: ^ is the power.
filter id = "int"
| display 2 ^ 10 as a, 2 ^ -1 as b, 9 ^ 0.5 as c
