# §3.4: like filter, with equality.
filterIndex user = "ann" | fields id
