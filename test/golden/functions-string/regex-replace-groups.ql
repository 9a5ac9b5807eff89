# §4.7: the pattern is RE2, whose replacement names the groups by number, named ones too; two backslashes are one.
filter id = "int"
| display regexReplace("a1b2", "([a-z])([0-9])", "\\2\\1") as a, regexReplace("a1b2", "(?<letter>[a-z])", "<\\1>") as b, regexReplace("a1", "[0-9]", "\\0\\0") as c, regexReplace("a/b", "/", "\\\\") as d
