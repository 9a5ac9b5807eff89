# §4.2, inferred: the number of decimals is cut towards zero and may be negative; an absent one gives null.
filter id = "int"
| display round(2.75, 1.9) as a, round(1234.5, -2) as b, round(2.5, nothing) as c, round(1.23456789, 99) as d
