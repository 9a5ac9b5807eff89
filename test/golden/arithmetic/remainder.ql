# §1.7: % is the remainder; of a negative number it is negative (inferred).
filter id = "int"
| display 7 % 3 as a, -7 % 3 as b, 7.5 % 2 as c
