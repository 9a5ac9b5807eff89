# §4.4: an unknown condition gives the second value.
filter id in ["a3", "a4", "a5"]
| fields id, if(user = "ann", "yes", "no") as a, if(user like /c/ and status in [200], path, null) as b, if(ok, 1, 2) as c
