# §3.1: a column listed twice keeps its first place.
fields id, v, id
| fields v
| filter id = "int"
