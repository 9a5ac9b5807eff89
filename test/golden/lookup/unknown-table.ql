# §3.16: a table that is not there.
lookup owners user OUTPUT team
