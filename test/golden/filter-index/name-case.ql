# §3.4: a name of other case is another field.
filterIndex User = "ann" | fields id
