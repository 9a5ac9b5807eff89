# §3.7, quirk 9: bin() in a second `stats` reads @timestamp, which is gone.
stats count(*) as n by bin(1m) | stats max(n) by bin(1h)
