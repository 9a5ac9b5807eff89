# §4.4: an empty text is a value.
filter region in (filter id = "a6" | fields region) | fields id
