# §3.29: it takes nothing.
estimate bytes
