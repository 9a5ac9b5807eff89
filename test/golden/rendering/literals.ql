# §2.7: literals as columns: a string is itself, a boolean is 1 or 0, null is absent.
filter id = "int"
| display "x" as a, 12 as b, true as c, false as d, null as e
