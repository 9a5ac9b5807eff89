# §3.2: `display` needs a column.
display
