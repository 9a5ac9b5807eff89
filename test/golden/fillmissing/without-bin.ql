# §3.23: only with a bin.
stats count(*) as n by user
| fillmissing with 0 for n
