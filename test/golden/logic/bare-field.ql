# §2.4: a bare field is a condition.
filter ok
| fields id
