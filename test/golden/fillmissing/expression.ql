# §3.23: a constant.
stats count(*) as n by bin(1d)
| fillmissing with 1 + 1 for n
