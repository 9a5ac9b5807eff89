# §4.7: percent coding of UTF-8; bad input is null.
filter id = "int"
| display urlencode("a&b=ü/1") as a, urldecode("a%26b%C3%BC") as b, urldecode("%zz") as c, urlencode(nothing) as d, urldecode("plain") as e
