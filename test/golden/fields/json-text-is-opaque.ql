# §2.2: a string that holds JSON stays a string.
filter id = "n1"
| fields json, json.in
