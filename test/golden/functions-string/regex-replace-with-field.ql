# §4.7, inferred: a replacement that is no text in quotes is taken as it is; an absent one gives null.
filter id = "int"
| display regexReplace("a1", "(1)", concat("\\", "1")) as a, regexReplace("a1", "1", v) as b, regexReplace("a1", "1", nothing) as c
