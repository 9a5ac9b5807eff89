# §2.3 rule 1, quirk 1: `!=` with a missing field is unknown, and the row goes.
filter user != "bob"
| fields id
