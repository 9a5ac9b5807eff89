# §1.4: a negative number.
filterIndex v = -3 | fields id
