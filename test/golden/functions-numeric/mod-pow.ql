# §4.2: undocumented names of % and ^.
filter id = "neg"
| display mod(7, 3) as a, pow(2, 10) as b, mod(7, 0) as c, pow(nothing, 2) as d
