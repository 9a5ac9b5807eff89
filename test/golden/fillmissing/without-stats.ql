# §3.23: only after stats.
fillmissing
