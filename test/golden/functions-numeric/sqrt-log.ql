# §4.2: log is natural; domain errors are null.
filter id = "neg"
| display sqrt(9) as a, sqrt(2) as b, sqrt(-1) as c, log(1) as d, log(10) as e, log(0) as f, log(-1) as g, sqrt(v) as h, sqrt("x") as i
