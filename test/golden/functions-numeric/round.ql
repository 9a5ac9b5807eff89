# §4.2: to the nearest, half away from zero; with decimals.
filter id = "neg"
| display round(2.5) as a, round(-2.5) as b, round(2.4) as c, round(3.14159, 2) as d, round(0.125, 2) as e, round(nothing) as f, round("1.5") as g, round(7) as h
