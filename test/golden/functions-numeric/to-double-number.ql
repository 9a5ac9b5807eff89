# §2.5: keep decimals.
filter id = "float"
| display toDouble(v) as a, toNumber("2.250") as b, toNumber("1_000") as c, toDouble("0x1F") as d, toNumber(nothing) as e, toNumber("NaN") as f, toNumber("-0.5") as g
