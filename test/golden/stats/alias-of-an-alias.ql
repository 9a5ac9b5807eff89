# §3.33: even `latest(x) as x`.
fields v as x | stats latest(x) as x
