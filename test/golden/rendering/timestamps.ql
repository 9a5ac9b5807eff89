# §2.7: timestamps are shown in UTC with milliseconds and without a zone.
filter id in ["a3", "c1"]
| fields @timestamp, bin(1h) as b, datefloor(@timestamp, 1d) as f, dateceil(@timestamp, 1h) as c, fromMillis(0) as zero
