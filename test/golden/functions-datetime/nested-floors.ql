# §4.3: a time from one function is a time for the next.
filter id = "a6"
| fields datefloor(bin(5m), 1h) as a, dateceil(datefloor(@timestamp, 1m), 1m) as b, datefloor(fromMillis(1772618770250), 10m) as c
