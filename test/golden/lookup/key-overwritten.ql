# §3.16: the key itself may be overwritten.
filter id = "a2" | lookup teams user OUTPUT lead as user | display user
