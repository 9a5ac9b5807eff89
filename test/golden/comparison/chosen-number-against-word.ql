# §2.3, rule 4: a number that coalesce or if chose stays a number beside a field that holds none: neither before nor after it.
filter id = "word"
| display coalesce(nothing + 1, 5) < v as a, coalesce(nothing + 1, 5) > v as b, coalesce(nothing + 1, 5) != v as c, if(1 = 1, 5, v + 1) <= v as d, coalesce(nothing + 1, 5) < "ok" as e
