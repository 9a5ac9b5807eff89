# §3.33: in one command too.
fields v as x, id as x
