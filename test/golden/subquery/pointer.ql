# §5.2: @ptr alone may be the column.
filter @ptr in (filter id = "a1" | fields @ptr) | fields id
