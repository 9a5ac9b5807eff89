# §3.27: where is mandatory.
relevantfields user, path
