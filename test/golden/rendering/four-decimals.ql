# §2.7, App. B: rounded half up to four decimals.
filter id = "int"
| display 2 / 3 as a, 100000 / 3 as b, 1 / 32 as c, -2 / 3 as d, 1 / 16 as e, 1 / 4 as f, 38.1469731 * 1 as g, 2.00004 * 1 as h
