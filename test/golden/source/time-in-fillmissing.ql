# §3.23, Inferred: the query range is that of its SOURCE.
SOURCE web START=1772618700 END=1772618879 | stats count(*) as n by bin(1m) as t | fillmissing with 0 for n
