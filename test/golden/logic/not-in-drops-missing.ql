# §2.3 rule 1, quirk 1: so is `not in`.
filter user not in ["bob"]
| fields id
