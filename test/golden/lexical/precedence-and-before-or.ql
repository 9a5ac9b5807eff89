# §1.7: `and` binds tighter than `or`.
filter id = "int" or id = "text" and v = "none"
| fields id
