# §2.1, Q5: true is 1.
filterIndex ok = true | fields id
