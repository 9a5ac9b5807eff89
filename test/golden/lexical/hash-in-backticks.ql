# §1.5, §1.3: `#` and spaces inside backticks belong to the name, of an alias too.
filter id = "int"
| fields v as `n #1`
