# §3.23, inferred: of two bins neither is meant.
stats count(*) as n by bin(1h) as h, bin(1d) as d
| fillmissing
