# §2.1: JSON booleans are 1 and 0.
filter id in ["true", "false"]
| display toInt(v) as a, toNumber(v) + 1 as b
