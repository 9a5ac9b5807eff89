# §3.6: `limit any N`; with one match there is no choice.
filter id = "int"
| fields id
| limit any 5
