# §4.4: the empty string is present; null and missing are not.
filter id in ["empty", "null", "missing", "false"]
| fields id, ispresent(v) as p, isPresent(id) as q
