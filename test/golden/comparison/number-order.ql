# §2.3 rules 4 and 5: numeric order; text that is no number is not below 200.
filter v < 200
| fields id, v
