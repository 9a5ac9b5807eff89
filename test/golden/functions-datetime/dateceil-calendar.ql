# §4.3: calendar boundaries stay, everything else goes up.
filter id in ["c3", "c5"]
| fields dateceil(@timestamp, 1mo) as mo, dateceil(@timestamp, 1q) as q, dateceil(@timestamp, 1y) as y, dateceil(@timestamp, 1d) as d, dateceil(@timestamp, 1w) as w
