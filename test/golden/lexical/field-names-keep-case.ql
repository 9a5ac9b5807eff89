# §1.2: field names are case-sensitive; a wrong case is an absent field.
filter id = "n1"
| fields name, Name, NAME
