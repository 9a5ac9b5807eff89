# §2.2: an event has the documented system fields and no others.
filter id = "int"
| fields id, @seq, @bytes, @sequence, @fields
