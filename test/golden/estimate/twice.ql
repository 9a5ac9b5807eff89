# §3.0: the last command.
estimate | estimate
