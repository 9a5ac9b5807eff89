# §3.1: `fields *` is not valid.
fields *
