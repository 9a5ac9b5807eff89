# §4.7: all occurrences, plain text.
filter id = "int"
| display replace("a.b.a", "a", "x") as a, replace("a.b", ".", "-") as b, replace("a|b$", "$", "\\1") as c, replace("abc", "z", "y") as d, replace(nothing, "a", "b") as e, replace("aXbX", "X", "") as f
