# §4.7: the set of characters is taken literally.
filter id = "int"
| display trim("[a]", "[]") as a, trim("^a-z^", "^") as b, trim("\\a\\", "\\") as c, ltrim("a-b", "a-z") as d
