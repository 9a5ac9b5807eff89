# §2.5: division is real; by zero it is null, the remainder too.
filter id = "int"
| display 7 / 2 as a, 6 / 3 as b, 1 / 3 as c, 1 / 0 as d, 5 % 0 as e, v / 0 as f
