# §1.5: a comment ends with its line; it may stand between commands, inside a list and after code.
fields id, # trailing
  # inside a list
  v # before the pipe
# between commands
| filter id = "int" # last
