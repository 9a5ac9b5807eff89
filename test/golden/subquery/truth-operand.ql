# §2.1: so is a comparison before in; n has 1.
filter (ok = 1) in (fields n) | fields id
