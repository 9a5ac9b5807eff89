# §2.5, §4.2: 64 bits, exact.
filter id = "big"
| display toLong(v) as a, toLong("-2.5") as b, toLong("9007199254740993") as c, toLong("x") as d, toLong("1e3") as e
