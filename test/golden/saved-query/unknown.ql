# §3.31: a saved query that is not there.
fields id | $nothing(a = 1)
