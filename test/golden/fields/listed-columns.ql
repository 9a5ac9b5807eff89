# §5.2: the listed columns in order, then @ptr; @timestamp is not added.
fields user, id
| filter status = 404
