# §2.4: a constant condition may be false.
filter 1 = 0
| fields id
