# §2.3 rule 6: equality of strings is case-sensitive.
filter v = "ok"
| fields id
