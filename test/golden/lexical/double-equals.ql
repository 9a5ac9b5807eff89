# §1.7: `==` is `=`.
filter id == "int"
| fields id
