# §3.4: accepted at any position.
filter ok = 0 | fields id | filterIndex user = "ann"
