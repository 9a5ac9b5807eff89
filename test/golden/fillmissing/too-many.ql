# §3.23: a range of more than 100,000 bins.
stats count(*) as n by bin(1s)
| fillmissing
