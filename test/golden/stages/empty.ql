# The empty query: default columns, newest first, the default limit; the message is read for the rows that are left.
