# §1.5: comments and newlines inside a list.
filter id in [
    "int", # the first
    'text'
  ]
| fields id
