# §4.7: counted from zero, in code points; out of range is "".
filter id = "int"
| display substr("abcdef", 1, 3) as a, substr("abc", 1) as b, substr("abc", 3) as c, substr("abc", 7, 2) as d, substr("abc", 0, 10) as e, substr("🚀ab", 1) as f, substr("abc", 1, 0) as g, substr(nothing, 1) as h
