# §4.7, quirk 31: 1 or 0; the third argument `true` ignores case (documentation); % is literal.
filter id = "int"
| display strcontains("abc", "b") as a, strcontains("abc", "B") as b, strcontains("abc", "B", true) as c, strcontains("abc", "B", false) as d, strcontains("abc", "%") as e, strcontains(nothing, "a") as f, strcontains("a_c", "_") as g
