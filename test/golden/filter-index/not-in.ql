# §3.4: nor does the negation.
filterIndex user not in ["ann"]
