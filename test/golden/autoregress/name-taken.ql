# §3.33: the name of a new column is write-once too.
fields id as ms_p2, ms
| autoregress ms p=1-3
