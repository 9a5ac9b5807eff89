# §8 Q8, §4.3: AWS chains bins of five minutes into blocks of ten; a bin at a boundary is in the block that ends there.
filter @logStream = "access"
| stats count(*) as n by bin(5m) as t
| stats sum(n) as requests by dateceil(t, 10m) as block
