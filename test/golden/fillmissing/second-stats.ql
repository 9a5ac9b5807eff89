# §3.23, inferred: the bins of an earlier stats are plain columns.
stats count(*) as n by bin(1h) as t
| stats sum(n) as total by t
| fillmissing
