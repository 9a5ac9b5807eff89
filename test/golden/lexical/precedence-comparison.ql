# §1.7: arithmetic binds tighter than comparison, comparison tighter than `and`.
filter id = "int"
| display 1 + 1 = 2 as a, 2 > 1 and 1 > 2 as b, v > 100 + 99 as c
