# §3.1: an alias is visible to later items of the same command.
fields v * 2 as a, a + 1 as b, concat(a, "/", b) as c
| filter id = "int"
