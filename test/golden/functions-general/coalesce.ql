# §4.4: the first that is not null; the empty string is not null.
filter id in ["a3", "a5", "a6"]
| fields id, coalesce(region, user, "none") as x, coalesce(ms * 1, -1) as n, coalesce(nothing, nowhere) as z
