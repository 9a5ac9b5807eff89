# §1.6, §8 Q24: long spellings, plurals, any case.
filter id = "a3"
| fields bin(1hour) as a, bin(2hrs) as b, bin(5min) as c, bin(5MINUTES) as d, bin(10sec) as e, bin(1day) as f, bin(1mon) as g, bin(1qtr) as h, bin(1yr) as i, bin(250msec) as j, bin(1week) as k
