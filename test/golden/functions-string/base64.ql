# §4.7: of the UTF-8 bytes; bad input is null.
filter id = "int"
| display base64encode("hi") as a, base64decode("aGk=") as b, base64encode("ü") as c, base64decode("w7w=") as d, base64decode("!!") as e, base64encode(nothing) as f, base64decode("/w==") as g
