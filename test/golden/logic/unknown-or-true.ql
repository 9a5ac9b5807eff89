# §2.4: unknown or true is true.
filter user = "nobody" or id = "a5"
| fields id
