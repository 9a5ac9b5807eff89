# §3.33: a name made by the query is write-once.
fields v as x | fields id as x
