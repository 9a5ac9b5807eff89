# §4.7: lower-case hexadecimal.
filter id = "int"
| display md5("abc") as a, sha256("abc") as b, md5(nothing) as c
