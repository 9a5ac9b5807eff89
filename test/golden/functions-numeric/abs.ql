# §4.2: magnitude; numeric strings convert, other text and null give null.
filter id = "neg"
| display abs(v) as a, abs("-2.5") as b, abs(0) as c, abs("x") as d, abs(nothing) as e
