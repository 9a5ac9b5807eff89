# §3.22: at least one row before.
autoregress ms p=0
