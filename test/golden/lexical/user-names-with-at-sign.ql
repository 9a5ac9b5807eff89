# §1.3: names made by the query may begin with @.
filter id = "int"
| fields v as @value
| filter @value = 200
| display @value
