# §1.6, §4.3, §8 Q7: every unit; weeks start on Monday, months, quarters and years are calendar units.
filter id in ["c1", "c3", "c5"]
| fields id, bin(1d) as d, bin(1w) as w, bin(1mo) as mo, bin(1q) as q, bin(1y) as y
