# §2.1: false is 0; a string literal "0" matches it as it would a number.
filter ok = 0 and ok = "0"
| fields id, ok
