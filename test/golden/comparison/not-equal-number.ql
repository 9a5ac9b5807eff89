# §2.3 rules 1 and 4: `!=` keeps text that is no number and drops rows without the field.
filter v != 200 and @logStream = "types"
| fields id
