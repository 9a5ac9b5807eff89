# §3.7: an unnamed key is named by its source text.
filter user = "ann"
| stats count(*) by toupper(user)
