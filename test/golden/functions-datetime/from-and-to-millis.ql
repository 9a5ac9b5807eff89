# §4.3: number to timestamp and back; what is no number is null.
filter id = "a3"
| display toMillis(@timestamp) as a, fromMillis(1772618770250) as b, fromMillis("1000") as c, fromMillis("x") as d, toMillis(nothing) as e, fromMillis(toMillis(@timestamp) - 250) as f, toMillis(bin(1h)) as g
