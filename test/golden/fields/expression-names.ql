# §3.1, §8 Q13: without an alias a column is named by its source text, inner spaces as typed.
fields abs(v), v  *  2, concat( "<", id, ">" )
| filter id = "neg"
