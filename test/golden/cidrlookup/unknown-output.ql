# §3.17: a column that the table does not have.
cidrlookup networks ip OUTPUT zones
