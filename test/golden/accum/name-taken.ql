# §3.33: a name made by the query is write-once.
fields ms as total
| accum ms as total
