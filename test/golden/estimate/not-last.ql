# §3.0: the last command.
estimate | limit 5
