# §4.2: up and down, not towards zero.
filter id = "neg"
| display ceil(1.2) as a, ceil(-1.2) as b, floor(1.8) as c, floor(-1.2) as d, ceil(v) as e, floor("2.5") as f, ceil(nothing) as g
