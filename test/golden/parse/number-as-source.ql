# §3.8: a number is parsed as its text.
filter id in ["a3", "float"]
| parse status "*0*" as a, b
| parse v "1.*" as rest
| display id, a, b, rest
