# §4.7: a negative start is out of range and does not count from the end.
filter id = "int"
| display substr("abc", -1) as a, substr("abc", -2, 1) as b
