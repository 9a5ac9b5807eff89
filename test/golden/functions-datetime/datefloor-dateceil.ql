# §4.3, §8 Q8: floor and ceiling of a time; dateceil leaves an exact boundary unchanged.
filter id in ["a1", "a3"]
| display datefloor(@timestamp, 5m) as f, dateceil(@timestamp, 5m) as c, datefloor(@timestamp, 1w) as w, dateceil(@timestamp, 1mo) as mo
