# §8 Q17: two keys that flatten to one name: the first in document order.
filter id in ["n1", "n2"]
| fields a.b
