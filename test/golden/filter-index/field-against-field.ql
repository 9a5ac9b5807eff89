# §3.4: against a constant.
filterIndex user = path
