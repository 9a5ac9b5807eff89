# §1.7: `a < b < c` is an error.
filter 1 < v < 3
