# §1.1: a pipe needs a command after it.
fields id |
