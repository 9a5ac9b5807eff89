# §3.7: after stats only its columns exist.
stats count(*) as n by bin(1d)
| fillmissing with 0 for m
