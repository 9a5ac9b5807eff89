# §3.4: no log group has the index: nothing is read, nothing is found.
filterIndex path = "/" | fields id
