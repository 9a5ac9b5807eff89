# §2.7, §4.8: distinct values; one value shows as itself.
filter user = "ann"
| stats values(user) as v
