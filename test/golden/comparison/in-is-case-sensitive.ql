# §4.1: whole values, exact case.
filter v in ["o", "Ok", "OK"]
| fields id
