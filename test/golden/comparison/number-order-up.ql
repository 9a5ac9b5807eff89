# §2.3 rule 4: numeric order upwards; 1e3 and 19 digits are numbers.
filter v > 1
| fields id
