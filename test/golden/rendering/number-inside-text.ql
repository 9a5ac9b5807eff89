# §2.7: inside a text a computed number shows as it would in a cell.
filter id = "int"
| display concat(1 / 4, " ", 10 / 5, " ", 2 > 1) as x
