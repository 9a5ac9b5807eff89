# §3.27: what is the same on both sides scores 0.
filter ispresent(status) | relevantfields @logStream where ok
