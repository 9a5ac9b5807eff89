# §5.2: if nothing matches, rows have @ptr only.
filter id = "int"
| parse "nothing *" as x
