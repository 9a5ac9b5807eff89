# §2.7: each value is rendered by its own kind: text as it is, a computed number with four decimals.
filter id in ["a1", "a5", "a6"]
| fields id, coalesce(ms / 3, "none") as a, if(ok, "yes", 1 / 3) as b, case(id = "a1", ms, "text") as c
