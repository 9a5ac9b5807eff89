# §3.17: a column that the table does not have.
cidrlookup networks ip AS range OUTPUT zone
