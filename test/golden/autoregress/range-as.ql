# §3.22, inferred: one name is not enough for a range, as in Splunk.
autoregress ms as before p=1-2
