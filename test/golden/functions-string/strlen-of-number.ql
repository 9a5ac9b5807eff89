# §4.7, §2.7: a number is measured as ingested.
filter id in ["float", "big"]
| fields id, strlen(v) as n
