# §3.13: without data protection the identity.
filter id = "int"
| display unmask(@message) as m
