# §1.1: white space and newlines are equivalent; a pipe may end a line or start the next one.
fields
  id
  , v |
filter
  v = 200 and
  id = "int"|limit 1
