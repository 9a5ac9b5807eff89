# §4.2: nulls are ignored; numeric strings by value.
filter id = "neg"
| display greatest(1, 3, 2) as a, least(1, 3, v) as b, greatest(nothing, 2) as c, least(nothing, 2) as d, greatest("10", "9") as e, greatest(nothing, nowhere) as f, greatest(5) as g
