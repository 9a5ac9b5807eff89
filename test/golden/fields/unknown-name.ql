# §2.1, quirk 8: before `stats`, a name that exists nowhere is null and no error.
fields id, no.such.field
| filter id = "int"
