# §2.3 rule 6: the empty string equals itself and is not missing.
filter v = ""
| fields id, v
