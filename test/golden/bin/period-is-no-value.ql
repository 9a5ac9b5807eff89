# §1.6: periods cannot be compared or added.
filter 5m > 1
