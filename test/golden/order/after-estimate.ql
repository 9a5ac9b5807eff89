# §3.0: estimate is the last command.
estimate | fields user
