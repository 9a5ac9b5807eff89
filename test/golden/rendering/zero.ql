# App. B: -0 is 0, and what rounds to nothing is 0.
filter id = "int"
| display 0 * -1 as a, 0.00001 * 1 as b, -0.00001 * 1 as c
