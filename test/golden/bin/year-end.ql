# §4.3: the last millisecond of a year belongs to it.
filter id = "c1"
| fields bin(1s) as s, bin(12h) as h, dateceil(@timestamp, 1y) as next
