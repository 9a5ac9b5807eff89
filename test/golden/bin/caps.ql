# §1.6: 90m is 60m, 48h is 24h, 5000ms is 1000ms.
filter id = "a3"
| fields bin(90m) as m, bin(48h) as h, bin(5000ms) as ms1
