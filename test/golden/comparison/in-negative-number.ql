# §1.4: a negative number in a list.
filter v in [-3, 1.5]
| fields id
