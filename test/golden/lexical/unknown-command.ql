# §3.32: `eval` is no command.
fields id | eval x = 1
