# §4.7: case-sensitive, literal.
filter id = "int"
| display startsWith("a%bc", "a%") as a, startsWith("abc", "A") as b, endsWith("abc", "bc") as c, endsWith("abc", "B") as d, startsWith(nothing, "a") as e, ends_with("a.c", ".c") as f, starts_with("abc", "bc") as g
