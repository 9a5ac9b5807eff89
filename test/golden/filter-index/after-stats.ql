# §3.7: after stats, what is not there.
stats count(*) as n by user | filterIndex status = 200
