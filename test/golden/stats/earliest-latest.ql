# §4.8: the value in the first and the last event that has the field.
filter id in ["a3", "a4", "a5"]
| stats earliest(user) as first, latest(user) as last, earliest(region) as r, latest(ok) as ok1
