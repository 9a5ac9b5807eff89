# §1.7: `not` binds tighter than `and` and `or`.
filter not path = "/a" and user = "bob" or id = "a1"
| fields id
