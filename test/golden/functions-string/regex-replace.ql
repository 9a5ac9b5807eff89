# §4.7: all matches; the pattern is a string.
filter id = "int"
| display regexReplace("a1b22", "[0-9]+", "#") as a, regex_replace("a.b", "\.", "-") as b, regexReplace("ABab", "(?i)a", "_") as c, regexReplace(nothing, "a", "b") as d, regexReplace("abc", "x", "y") as e
