# §1.4: fractions, exponents and negative numbers.
filter id = "int"
| display 1.5 + 0 as a, 1.5e2 + 0 as b, 25e-1 + 0 as c, -7 + 0 as d, 5 - -2 as e
