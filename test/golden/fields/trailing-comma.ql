# §8 Q6: a trailing comma is tolerated.
fields id, v,
| filter id = "int"
