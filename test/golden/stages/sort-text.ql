# The natural order of a text field, descending; the order in which events arrived decides between equals.
fields user, path
| sort path desc, user
| limit 3
