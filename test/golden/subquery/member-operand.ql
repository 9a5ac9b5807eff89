# §4.5: a text out of a map is compared as a field is.
filter jsonParse(@message).user in (SOURCE 'web' | fields user) | fields id
