# §1.7: prefix, then ^ (right to left), then * / %, then + -; equals left to right.
filter id = "int"
| display 2 + 3 * 4 as a, (2 + 3) * 4 as b, 2 * 3 ^ 2 as c, 10 % 4 + 1 as d, 2 ^ 3 ^ 2 as e, 7 - 2 - 1 as f, 100 / 10 / 2 as g, -2 ^ 2 as h
