# §1.3, quirk 29: `detail-type` without backticks is a subtraction, here of two absent fields.
filter id = "n1"
| fields id, detail-type as x
