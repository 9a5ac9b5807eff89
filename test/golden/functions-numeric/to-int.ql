# §2.5, §4.2: cut towards zero; beyond 32 bits null; what is no number null, without an error.
filter id = "neg"
| display toInt("3.9") as a, toInt("-3.9") as b, toInt(2147483647) as c, toInt(2147483648) as d, toInt("ok") as e, toInt("") as f, toInt(nothing) as g, toInt("007") as h, toInt(v) as i
