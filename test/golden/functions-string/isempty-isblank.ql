# §4.7: missing and "" are empty; white space is blank, not empty.
filter id = "empty"
| display isempty(v) as a, isempty(nothing) as b, isempty(" ") as c, isempty("x") as d, isblank(v) as e, isblank(nothing) as f, isblank(" \t\n") as g, isblank(" x ") as h
