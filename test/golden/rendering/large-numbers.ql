# §8 Q12, §2.7: no exponent, no separators.
filter id = "int"
| display 10 ^ 20 as a, 1e3 * 1e6 as b, 12345678.25 * 2 as c
