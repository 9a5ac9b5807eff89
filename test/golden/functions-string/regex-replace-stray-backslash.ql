# §4.7, inferred: a backslash in a replacement that stands for nothing is refused.
fields regexReplace(id, "a", "\\d") as x
