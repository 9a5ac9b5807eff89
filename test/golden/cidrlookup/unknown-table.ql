# §3.17: a table that is not there.
cidrlookup nets ip OUTPUT zone
