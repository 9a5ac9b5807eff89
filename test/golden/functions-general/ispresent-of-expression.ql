# §4.4: an expression that is null is not present.
filter id = "a6"
| display ispresent(ms * 1) as a, ispresent(1 / 0) as b, ispresent(ms) as c, ispresent(user = "x") as d
