# §2.3 rule 1: how to keep rows without the field.
filter @logStream = "access" and (not ispresent(user) or user not in ["bob"])
| fields id
