# §3.8: the final * takes the rest, which may be empty.
filter id = "percent"
| parse v "100%*" as rest
| display rest, ispresent(rest) as there
