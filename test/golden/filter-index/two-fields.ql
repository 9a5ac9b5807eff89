# §3.4: one field.
filterIndex user = "ann" and status = 200
