# §3.22: from the smaller to the larger.
autoregress ms p=3-1
