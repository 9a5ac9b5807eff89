# §4.7, quirk 20: white space, or any of these characters.
filter id = "int"
| display trim("  a b \n") as a, ltrim("  a ") as b, rtrim("  a ") as c, ltrim("xyZxyfooxyZ", "xyZ") as d, rtrim("xyZfooxyxyZ", "xyZ") as e, trim("--a-b--", "-") as f, concat("<", ltrim("  a "), ">") as g, trim(nothing) as h
