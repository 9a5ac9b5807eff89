# §3.3: like never uses an index.
filterIndex user like "ann"
